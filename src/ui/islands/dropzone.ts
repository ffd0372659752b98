/** Files may be dropped on the field's frame; the file input stays the one that is sent. */
export function startDropzones(): void {
  for (const zone of document.querySelectorAll<HTMLElement>("[data-dropzone]")) {
    const input = zone.querySelector<HTMLInputElement>("input[type=file]");
    if (input === null) continue;
    const over = (isOver: boolean) => (event: Event) => {
      event.preventDefault();
      zone.classList.toggle("is-over", isOver);
    };
    zone.addEventListener("dragover", over(true));
    zone.addEventListener("dragleave", over(false));
    zone.addEventListener("drop", (event) => {
      over(false)(event);
      const files = event.dataTransfer?.files;
      if (files === undefined || files.length === 0) return;
      input.files = files;
      input.dispatchEvent(new Event("change", { bubbles: true }));
    });
  }
}
