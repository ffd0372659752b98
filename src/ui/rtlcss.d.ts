declare module "rtlcss" {
  const rtlcss: { process(css: string): string };
  // oxlint-disable-next-line import/no-default-export -- that is how the package is made
  export default rtlcss;
}
