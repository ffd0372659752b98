/** The path when it is one of this server, else the start page: `?weiter=` must not become a springboard to elsewhere. */
export function ownPath(text: string | undefined): string {
  // control characters too: browsers drop tabs and line ends, and "/\t/elsewhere" would become "//elsewhere"
  if (text === undefined || text.length > 1000 || !/^\/(?![/\\])[^\p{Cc}\s\\]*$/u.test(text)) return "/";
  const parsed = URL.parse(text, "http://own.invalid");
  return parsed === null || parsed.origin !== "http://own.invalid" ? "/" : text;
}
