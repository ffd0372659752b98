/** Opening the own page with finger or face; a file of its own, since most pages are lighter without. By hand, since telephones of 2020 know no `parseCreationOptionsFromJSON`. */

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (sign) => sign.charCodeAt(0));
const textOf = (bytes: ArrayBuffer): string => btoa(String.fromCharCode(...new Uint8Array(bytes))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=/g, "");

interface Named { readonly id: string }
type Options = Omit<PublicKeyCredentialCreationOptions & PublicKeyCredentialRequestOptions, "challenge" | "user" | "excludeCredentials"> & {
  readonly challenge: string;
  readonly user: PublicKeyCredentialUserEntityJSON;
  readonly excludeCredentials: readonly Named[];
};

async function add(options: Options): Promise<object> {
  const made = (await navigator.credentials.create({
    publicKey: {
      ...options, challenge: bytesOf(options.challenge), user: { ...options.user, id: bytesOf(options.user.id) },
      excludeCredentials: options.excludeCredentials.map((known) => ({ ...known, type: "public-key", id: bytesOf(known.id) })),
    },
  })) as PublicKeyCredential;
  const response = made.response as AuthenticatorAttestationResponse;
  const transports = typeof response.getTransports === "function" ? response.getTransports() : [];
  return { id: made.id, rawId: textOf(made.rawId), type: made.type, response: { clientDataJSON: textOf(response.clientDataJSON), attestationObject: textOf(response.attestationObject), transports } };
}

async function open(options: Options): Promise<object> {
  const found = (await navigator.credentials.get({ publicKey: { challenge: bytesOf(options.challenge), rpId: options.rpId, userVerification: options.userVerification, timeout: options.timeout } as PublicKeyCredentialRequestOptions })) as PublicKeyCredential;
  const response = found.response as AuthenticatorAssertionResponse;
  return {
    id: found.id, rawId: textOf(found.rawId), type: found.type,
    response: { clientDataJSON: textOf(response.clientDataJSON), authenticatorData: textOf(response.authenticatorData), signature: textOf(response.signature), userHandle: response.userHandle === null ? "" : textOf(response.userHandle) },
  };
}

/** The question for setting up stands in the page, which the PIN opened; that for opening is asked when the finger is ready. */
async function answerOf(form: HTMLFormElement): Promise<object> {
  const { options = "", passkey } = form.dataset;
  if (passkey === "add") return add(JSON.parse(options) as Options);
  const asked = await fetch(options, { method: "POST", credentials: "same-origin" });
  return open((await asked.json()) as Options);
}

async function answer(form: HTMLFormElement, button: HTMLButtonElement): Promise<void> {
  button.disabled = true;
  for (const told of form.querySelectorAll<HTMLElement>("[data-told]")) told.hidden = true;
  try {
    form.querySelector<HTMLInputElement>("input[name=answer]")!.value = JSON.stringify(await answerOf(form));
    form.submit();
  } catch (error) {
    button.disabled = false;
    const name = (error as Error).name === "InvalidStateError" ? "already" : "failed";
    form.querySelector<HTMLElement>(`[data-told="${name}"]`)!.hidden = false;
  }
}

/** The telephone forgets what was taken away here, where it can. */
async function forget({ unknown, site }: DOMStringMap): Promise<void> {
  const telephone = window.PublicKeyCredential as unknown as { signalUnknownCredential?: (of: object) => Promise<void> };
  if (unknown !== undefined && typeof telephone.signalUnknownCredential === "function") await telephone.signalUnknownCredential({ rpId: site, credentialId: unknown });
}

/** Shown only where the telephone can: everything else is as it is without this script. */
async function offerPasskeys(): Promise<void> {
  const forms = [...document.querySelectorAll<HTMLFormElement>("form[data-passkey]")];
  const places = document.querySelectorAll<HTMLElement>("[data-able]");
  if ((forms.length === 0 && places.length === 0) || typeof window.PublicKeyCredential !== "function") return;
  if (!(await PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable())) return;
  for (const place of places) place.hidden = place.dataset["able"] !== "yes";
  for (const form of forms) {
    form.hidden = false;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void answer(form, form.querySelector("button")!);
    });
    await forget(form.dataset);
  }
}
// where anything of it fails the PIN is the way, as before
offerPasskeys().catch(() => undefined);
