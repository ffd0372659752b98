/** Logical name (`staff.css`, `staff.rtl.css`, `staff.js`) to the hashed file that is served. */
export type AssetManifest = Readonly<Record<string, string>>;

export const ASSET_PREFIX = "/assets/";

let current: AssetManifest | null = null;

/** Told once per process, after buildAssets; pages rendered before then link the plain names. */
export function useAssets(manifest: AssetManifest): void {
  current = manifest;
}

export function assetUrl(name: string): string {
  if (current === null) return ASSET_PREFIX + name;
  const file = current[name];
  if (file === undefined) throw new Error(`no such asset: ${name}`);
  return ASSET_PREFIX + file;
}
