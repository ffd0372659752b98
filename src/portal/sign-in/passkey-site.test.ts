import { expect, test } from "vitest";
import { loadConfig } from "../../config.ts";
import { readAdded, readOpened } from "./passkey-answer.ts";
import { passkeySite } from "./passkey-site.ts";

test("a passkey belongs to a name with https, or to localhost; to a bare number and to no encryption there is none", () => {
  expect(passkeySite("https://meine-seite.example")).toEqual({ rpId: "meine-seite.example", origin: "https://meine-seite.example" });
  expect(passkeySite("https://meine-seite.example:8443")).toEqual({ rpId: "meine-seite.example", origin: "https://meine-seite.example:8443" });
  expect(passkeySite("http://localhost:8081")).toEqual({ rpId: "localhost", origin: "http://localhost:8081" });
  for (const without of [null, "http://127.0.0.1:8081", "https://127.0.0.1", "https://[::1]:8081", "http://meine-seite.example", "http://localhost.example"]) expect([without, passkeySite(without)]).toEqual([without, null]);
});

test("without any setting the page runs where passkeys work", () => {
  for (const HOST of ["127.0.0.1", "localhost", "::1"]) expect([HOST, passkeySite(loadConfig({ HOST }).portalOrigin)]).toEqual([HOST, { rpId: "localhost", origin: "http://localhost:8081" }]);
  expect(loadConfig({ HOST: "127.0.0.2", PORT: "9000" }).portalOrigin).toBe("http://127.0.0.2:9001");
});

test("what is no answer of a telephone is none: never an error", () => {
  const head = { id: "AAAA", rawId: "AAAA", type: "public-key" };
  for (const text of ["", "{", "null", "[]", '{"id":1}', JSON.stringify(head), JSON.stringify({ ...head, response: {} }), JSON.stringify({ ...head, type: "password", response: { clientDataJSON: "AA", attestationObject: "AA" } }), JSON.stringify({ ...head, id: "../..", response: { clientDataJSON: "AA", attestationObject: "AA" } })]) {
    expect([text, readAdded(text), readOpened(text)]).toEqual([text, null, null]);
  }
  expect(readAdded(JSON.stringify({ ...head, response: { clientDataJSON: "AA", attestationObject: "AA", transports: ["internal", "carrier pigeon"] } }))?.response.transports).toEqual(["internal"]);
  expect(readOpened(JSON.stringify({ ...head, response: { clientDataJSON: "AA", authenticatorData: "AA", signature: "AA", userHandle: "" } })), "one that does not say whose it is").toBeNull();
});
