import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { compress } from './compress.ts';
import { notices } from './notices.ts';

export default defineConfig({
  plugins: [react(), notices(), compress()],
  build: {
    // Cortex.Api serves what lies there; git ignores it.
    outDir: '../src/Cortex.Api/wwwroot',
    emptyOutDir: true,
    target: ['chrome123', 'firefox120', 'safari17.5'],
    // Older targets would have light-dark() rewritten.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    sourcemap: false,
    // The policy allows no data: URLs but for images, and a separate file is cached for ever.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: {
    // `npm run dev` beside a running `./cortex run`.
    proxy: { '/api': process.env.CORTEX_URL ?? 'http://localhost:8080' },
  },
  test: {
    environment: 'jsdom',
    include: ['src/**/*.test.{ts,tsx}'],
    setupFiles: ['src/testing/setup.ts'],
    restoreMocks: true,
  },
});
