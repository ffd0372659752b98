import { createHash } from "node:crypto";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { BuildOptions, Metafile, Plugin } from "esbuild";
import { ASSET_PREFIX, type AssetManifest, useAssets } from "./assets.ts";
import { KERN_DIR, reducedKernCss } from "./kern-css.ts";

const HERE = dirname(fileURLToPath(import.meta.url));
const require = createRequire(import.meta.url);

/** Style sheets and scripts that pages may name; everything else is imported by one of these. */
const STYLES = ["staff.css", "quick-check.css", "portal.css", "portal-preview.css"];
const SCRIPTS = ["staff.ts", "portal.ts", "portal-passkey.ts"];
/** the person's pages show a mark of their own, which names nobody */
const ICONS = ["icon.svg", "portal-icon.svg"];
/** A server that started before an upgrade still serves, and browsers still show, the files of the last build. */
const KEPT_MS = 7 * 24 * 3_600_000;

/** Everything that the result depends on: own sources, this builder, and the versions of what is bundled. */
function fingerprint(): string {
  const hash = createHash("sha256");
  for (const folder of ["css", "islands"]) {
    for (const file of readdirSync(join(HERE, folder)).sort()) hash.update(file).update(readFileSync(join(HERE, folder, file)));
  }
  for (const file of ["build-assets.ts", "kern-css.ts", ...ICONS]) hash.update(readFileSync(join(HERE, file)));
  for (const name of ["@kern-ux/native", "@fontsource/noto-sans-arabic", "@fontsource/noto-sans-ethiopic", "esbuild", "rtlcss"]) {
    hash.update((require(`${name}/package.json`) as { version: string }).version);
  }
  return hash.digest("hex");
}

interface Stamp {
  readonly fingerprint: string;
  readonly manifest: AssetManifest;
}

function lastBuild(outDir: string): Stamp | null {
  try {
    return JSON.parse(readFileSync(join(outDir, "manifest.json"), "utf8")) as Stamp;
  } catch {
    return null;
  }
}

/** KERN comes as one file written for left-to-right; ours uses logical properties and needs no mirror. */
function kernPlugin(css: string): Plugin {
  return {
    name: "kern",
    setup(build) {
      build.onResolve({ filter: /^kern:css$/ }, () => ({ path: "kern.css", namespace: "kern" }));
      build.onResolve({ filter: /^kern:font\// }, ({ path }) => ({ path: join(KERN_DIR, "fonts/fira-sans", path.slice("kern:font/".length)) }));
      build.onLoad({ filter: /.*/, namespace: "kern" }, () => ({ contents: css, loader: "css", resolveDir: KERN_DIR }));
    },
  };
}

const common = (outDir: string): BuildOptions => ({
  absWorkingDir: HERE,
  bundle: true,
  minify: true,
  metafile: true,
  outdir: outDir,
  publicPath: ASSET_PREFIX,
  assetNames: "[name]-[hash]",
  loader: { ".woff2": "file" },
  logLevel: "error",
  legalComments: "linked",
});

function namesOf(metafile: Metafile, rename: (name: string) => string): [string, string][] {
  return Object.entries(metafile.outputs).flatMap(([path, output]) =>
    output.entryPoint === undefined ? [] : [[rename(basename(output.entryPoint)), basename(path)] as [string, string]],
  );
}

/**
 * Bundles style sheets, fonts and scripts into hashed files, tells assetUrl about them, and does nothing
 * where the last build is of the same sources.
 */
export async function buildAssets(outDir: string): Promise<AssetManifest> {
  const wanted = fingerprint();
  const last = lastBuild(outDir);
  const manifest = last?.fingerprint === wanted ? last.manifest : await bundle(outDir);
  if (last?.fingerprint !== wanted) {
    const aside = join(outDir, `manifest-${process.pid}.json`);
    writeFileSync(aside, JSON.stringify({ fingerprint: wanted, manifest } satisfies Stamp, null, 2));
    renameSync(aside, join(outDir, "manifest.json"));
  }
  useAssets(manifest);
  return manifest;
}

/** Built aside and then laid beside what is there: names carry hashes, and another process may be serving from this folder. */
async function bundle(outDir: string): Promise<AssetManifest> {
  mkdirSync(outDir, { recursive: true });
  const aside = mkdtempSync(join(dirname(outDir), `${basename(outDir)}-`));
  try {
    const manifest = await bundleInto(aside);
    for (const file of readdirSync(outDir)) {
      if (Date.now() - statSync(join(outDir, file)).mtimeMs > KEPT_MS) rmSync(join(outDir, file), { recursive: true, force: true });
    }
    cpSync(aside, outDir, { recursive: true });
    return manifest;
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

function iconInto(outDir: string, icon: string): [string, string] {
  const bytes = readFileSync(join(HERE, icon));
  const name = `${basename(icon, ".svg")}-${createHash("sha256").update(bytes).digest("hex").slice(0, 8).toUpperCase()}.svg`;
  writeFileSync(join(outDir, name), bytes);
  return [icon, name];
}

async function bundleInto(outDir: string): Promise<AssetManifest> {
  // Loaded here only: a server whose assets are built needs neither.
  const [esbuild, { default: rtlcss }] = await Promise.all([import("esbuild"), import("rtlcss")]);
  const kern = reducedKernCss();
  const css = (text: string, suffix: string) =>
    esbuild.build({
      ...common(outDir),
      metafile: true,
      entryPoints: STYLES.map((name) => join("css", name)),
      entryNames: `[name]${suffix}-[hash]`,
      plugins: [kernPlugin(text)],
    });
  const [ltr, rtl, js] = await Promise.all([
    css(kern, ""),
    css(rtlcss.process(kern), ".rtl"),
    esbuild.build({
      ...common(outDir),
      metafile: true,
      entryPoints: SCRIPTS.map((name) => join("islands", name)),
      entryNames: "[name]-[hash]",
      format: "esm",
      target: "es2022",
    }),
  ]);
  return Object.fromEntries([
    ...ICONS.map((icon) => iconInto(outDir, icon)),
    ...namesOf(ltr.metafile, (name) => name),
    ...namesOf(rtl.metafile, (name) => name.replace(/\.css$/, ".rtl.css")),
    ...namesOf(js.metafile, (name) => name.replace(/\.tsx?$/, ".js")),
  ]);
}
