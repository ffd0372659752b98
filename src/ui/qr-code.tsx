export interface QrCodeProps {
  /** side in modules, quiet zone included */
  readonly size: number;
  /** one SVG path of all dark modules */
  readonly path: string;
  readonly label: string;
}

/** A code to scan, drawn without a script, a style or a second request. */
export function QrCode({ size, path, label }: QrCodeProps) {
  return (
    <svg class="qr-code" viewBox={`0 0 ${size} ${size}`} width="220" height="220" role="img" aria-label={label} shape-rendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
