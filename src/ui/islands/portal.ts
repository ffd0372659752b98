/** On the person's pages: nothing works only with this. Written in words that browsers of 2019 know. */

/** The quick exit: gone at once, also where the line is slow; what was open does not come back by "back". */
for (const link of document.querySelectorAll<HTMLAnchorElement>("a[data-exit]")) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    document.documentElement.className = "is-leaving";
    document.title = "";
    // the server ends the session, clears what the browser kept, and leads on
    location.replace(link.href);
  });
}

const LONGEST = 2200;
/** A telephone's photograph is five megabytes; a page of paper is as readable with a tenth of it. Where anything fails the original is sent. */
async function smaller(file: File): Promise<File> {
  if (!/^image\/(jpeg|png|webp)$/.test(file.type) || file.size < 600_000) return file;
  const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
  const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  canvas.getContext("2d")!.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/jpeg", 0.82));
  return blob === null || blob.size >= file.size ? file : new File([blob], file.name.replace(/\.\w+$/, ".jpg"), { type: "image/jpeg" });
}
for (const input of document.querySelectorAll<HTMLInputElement>("input[data-shrink]")) {
  input.addEventListener("change", () => {
    const file = input.files === null ? undefined : input.files[0];
    if (file === undefined) return;
    const put = (photograph: File): void => {
      const carrier = new DataTransfer();
      carrier.items.add(photograph);
      input.files = carrier.files;
    };
    // an old browser fails somewhere in it: the photograph goes as it is
    smaller(file).then(put).catch(() => undefined);
  });
}

/** A page kept in memory is shown by "back" although the session is over: it is asked for again. */
addEventListener("pageshow", (event) => {
  if (event.persisted) location.reload();
});
