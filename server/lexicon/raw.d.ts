/** A file as it stands: tests read it through vite, the bundles through esbuild.config.mjs. */
declare module "*?raw" {
  const text: string;
  export default text;
}
