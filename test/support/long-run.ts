/** Whether this is `npm run fuzz`, which has time, and not `npm test`. */
export const IS_LONG_RUN =
  (import.meta as ImportMeta & { readonly env: { readonly MODE: string } }).env.MODE === "fuzz";
