// Progressive enhancement only: every page works without this file. Nothing typed is ever kept in the browser.
import { startConfirmLeaving } from "./confirm-leaving.ts";
import { startDateFields } from "./date-field.ts";
import { startDialogs } from "./dialogs.ts";
import { startDrafts } from "./drafts.ts";
import { startDropzones } from "./dropzone.ts";
import { startFocus, startScriptedParts } from "./page-start.ts";
import { startPalette } from "./palette.ts";
import { startProgress } from "./progress.ts";
import { startReadersLines } from "./readers-line.ts";
import { startSavingChoices } from "./save-choices.ts";
import { startSelection } from "./selection.ts";
import { startShortcuts } from "./shortcuts.ts";

startScriptedParts();
startFocus();
startShortcuts();
startPalette();
startDrafts();
startConfirmLeaving();
startReadersLines();
startProgress();
startSelection();
startSavingChoices();
startDialogs();
startDropzones();
startDateFields();
