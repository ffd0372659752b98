// npm run handbook: takes the pictures of docs/handbuch anew, from the product with the invented Kreis on a port of its own.
import { takePictures } from "../../e2e/handbook-pictures.ts";

await takePictures((line) => console.log(line));
process.exit(0);
