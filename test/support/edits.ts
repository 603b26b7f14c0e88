export { applyEdits } from "../../server/rules/apply-edits.ts";
