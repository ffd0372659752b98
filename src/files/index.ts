export { FileDamaged } from "./chunk-cipher.ts";
export { FILE_KINDS, type FileKind, storedKind } from "./decide-file-kind.ts";
export { contentDisposition, downloadHeaders, safeFileName } from "./download-headers.ts";
export type { FileBinding, FileKeys } from "./file-keys.ts";
export { FileMissing, readFile, readWhole, type ReadFileOptions } from "./read-file.ts";
export { listStored, sweepUnfinished } from "./stored-place.ts";
export { deleteFile, writeFile, type WriteFileOptions, type WrittenFile } from "./write-file.ts";
