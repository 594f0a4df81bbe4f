import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig, type ProxyOptions } from 'vite';
import { chunkNamer } from './first-load.ts';
import { leanBuild } from './lean-build.ts';

// `pnpm dev` names the server here; a build needs none.
const server = process.env['HEARTH_DEV_SERVER'];

// The Host header stays as the browser sent it: the server compares it with the Origin.
const toServer: ProxyOptions = { target: server ?? '', ws: true, changeOrigin: false };

const entry = fileURLToPath(new URL('src/main.tsx', import.meta.url));
const chunkName = chunkNamer(entry);

export default defineConfig({
  plugins: [react(), ...leanBuild()],
  resolve: { dedupe: ['yjs', 'react', 'react-dom'] },
  // The editor is one lazy chunk of about 500 kB (160 kB on the wire).
  build: {
    sourcemap: false,
    manifest: true,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 600,
    rolldownOptions: {
      output: {
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [{ name: (id, graph) => chunkName(id, graph), debugName: 'by part' }],
        },
      },
    },
  },
  server: server
    ? { proxy: { '^/(api|live|facilitation|docs)(/|\\?|$)': toServer, '^/(healthz|readyz)(\\?|$)': toServer } }
    : {},
});
