/** Inline, because the content security policy refuses `data:` images and a sprite would flash. Drawn on 16 × 16. */
const PATHS = {
  search: "M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9ZM10.4 10.4 14 14",
  menu: "M2 4h12M2 8h12M2 12h12",
  close: "m3.5 3.5 9 9m0-9-9 9",
  check: "m3 8.5 3.5 3.5L13 4.5",
  "chevron-down": "m4 6 4 4 4-4",
  "chevron-right": "m6 4 4 4-4 4",
  "chevron-left": "m10 4-4 4 4 4",
  eye: "M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8ZM8 6a2 2 0 1 0 0 4 2 2 0 0 0 0-4Z",
  info: "M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8ZM8 7.2v4M8 4.6v.4",
  warning: "M8 2 14.5 13.5h-13L8 2ZM8 6.5V10M8 11.6v.3",
  danger: "M5.4 1.8h5.2l3.6 3.6v5.2l-3.6 3.6H5.4l-3.6-3.6V5.4L5.4 1.8ZM8 4.8v4M8 11v.4",
  success: "M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8Zm-2.8 6.4 2 2 3.6-4",
  upload: "M8 10.5V3M4.8 5.8 8 2.6l3.2 3.2M2.5 10.5v3h11v-3",
  calendar: "M2.5 3.5h11v10h-11zM2.5 6.5h11M5.5 2v2.5M10.5 2v2.5",
  up: "m4.5 11.5 7-7m-5.5 0h5.5V10",
  flat: "M2.5 8h11M9.5 4l4 4-4 4",
  down: "m4.5 4.5 7 7m-5.5 0h5.5V6",
  account: "M8 2.2a2.9 2.9 0 1 0 0 5.8 2.9 2.9 0 0 0 0-5.8ZM2.5 14c.5-3 2.6-4.4 5.5-4.4s5 1.4 5.5 4.4",
  plus: "M8 3v10M3 8h10",
} as const;

export type IconName = keyof typeof PATHS;

/** Decorative unless it gets a label; directions are mirrored where the text runs right to left. */
export function Icon({ name, label }: { name: IconName; label?: string }) {
  const mirrored = name.startsWith("chevron-") && name !== "chevron-down" ? " is-mirrored" : "";
  return (
    <svg
      class={`icon${mirrored}`}
      viewBox="0 0 16 16"
      width="16"
      height="16"
      fill="none"
      stroke="currentColor"
      stroke-width="1.6"
      stroke-linecap="round"
      stroke-linejoin="round"
      focusable="false"
      {...(label === undefined ? { "aria-hidden": "true" as const } : { role: "img" as const, "aria-label": label })}
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
