import type { VNode } from "preact";

/** Drawn by lines of one width; never without a word beside them, so they say nothing to a screen reader. */
const PATHS = {
  home: "M4 11.5 12 4l8 7.5V20h-5.5v-5.5h-5V20H4z",
  steps: "M4 6.5 5.5 8 8.5 5M4 12.5 5.5 14l3-3M4 18.5 5.5 20l3-3M12 7h8M12 13h8M12 19h8",
  calendar: "M4 6h16v14H4zM4 10.5h16M8.5 3.5V8M15.5 3.5V8",
  more: "M4 7h16M4 12h16M4 17h16",
  people: "M9 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 20c.4-4 2.9-6 6.5-6s6.1 2 6.5 6M16 11.5a3 3 0 1 0-1-5.8M17.5 14.3c2.3.6 3.7 2.6 4 5.7",
  eye: "M2.5 12C5 7.7 8.2 5.5 12 5.5s7 2.2 9.5 6.5c-2.5 4.3-5.7 6.5-9.5 6.5S5 16.3 2.5 12zM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6z",
  ask: "M4 5h16v11.5h-8.5L7 20.5v-4H4zM8 9h8M8 12.5h5",
  camera: "M3.5 7.5h4l1.5-2.5h6l1.5 2.5h4V19h-17zM12 16.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7z",
  hand: "M5 12.5 10 17.5 19.5 7",
  globe: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM3.5 12h17M12 3c-5 5.5-5 12.5 0 18 5-5.5 5-12.5 0-18z",
  away: "M6 6l12 12M18 6 6 18",
  phone: "M6.5 3.5h3l1.5 4.5-2 1.5c1 2.2 2.8 4.3 5.5 5.5l1.5-2 4.5 1.5v3c0 1.5-1 2.5-2.5 2.5C10 19.5 4.5 12.5 4 6c0-1.5 1-2.5 2.5-2.5z",
  place: "M12 21c4.5-4.8 6.5-8.2 6.5-11a6.5 6.5 0 0 0-13 0c0 2.8 2 6.2 6.5 11zM12 12a2.2 2.2 0 1 0 0-4.4A2.2 2.2 0 0 0 12 12z",
  clock: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5.5l3.5 2",
  paper: "M6 3.5h8l4 4V20.5H6zM14 3.5v4h4M9 12h6M9 16h6",
  send: "M4 12h13M12.5 7l5 5-5 5M20.5 4.5v15",
  take: "M12 4v11M7.5 11l4.5 4.5L16.5 11M4.5 20h15",
  mobile: "M8 2.5h8v19H8zM11 18.5h2",
  key: "M8.5 15.5a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM12.5 11.5H21M17.5 11.5V15M21 11.5V14",
  scales: "M12 4v16M7.5 20h9M5 7h14M5 7l-2.5 6.5h5zM19 7l-2.5 6.5h5z",
} as const;
export type PortalIcon = keyof typeof PATHS;

export const Icon = ({ name }: { name: PortalIcon }): VNode => (
  <svg class={name === "send" ? "icon turns" : "icon"} viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
    <path d={PATHS[name]} fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" />
  </svg>
);
