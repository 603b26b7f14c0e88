import { defineConfig } from "vitest/config";

export default defineConfig({
  define: { PROGRAM: '"sources"' },
  test: { include: ["test/**/*.test.ts"], exclude: ["test/client/**", "test/bench/**"], testTimeout: 60_000 },
});
