import { isIP } from "node:net";

/** What a telephone binds a passkey to. */
export interface PasskeySite {
  readonly rpId: string;
  readonly origin: string;
}

/** Browsers have passkeys on https and on localhost alone, and never at a bare number. Null: the PIN is the only way. */
export function passkeySite(portalOrigin: string | null): PasskeySite | null {
  if (portalOrigin === null) return null;
  const { protocol, hostname, origin } = new URL(portalOrigin);
  const isLocal = hostname === "localhost" || hostname.endsWith(".localhost");
  if (isIP(hostname.replaceAll(/[[\]]/g, "")) !== 0 || (protocol !== "https:" && !isLocal)) return null;
  return { rpId: hostname, origin };
}
