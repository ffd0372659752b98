// the package brings no types; this is the part of it that is used
declare module "qrcode" {
  interface Modules {
    readonly size: number;
    get(row: number, column: number): number;
  }
  const QRCode: { create(text: string, options: { errorCorrectionLevel: "L" | "M" | "Q" | "H" }): { readonly modules: Modules } };
  export default QRCode;
}
