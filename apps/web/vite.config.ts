import react from '@vitejs/plugin-react';
import { defineConfig, type ProxyOptions } from 'vite';

// `pnpm dev` names the server here; a build needs none.
const server = process.env['HEARTH_DEV_SERVER'];

// The Host header stays as the browser sent it: the server compares it with the Origin.
const toServer: ProxyOptions = { target: server ?? '', ws: true, changeOrigin: false };

export default defineConfig({
  plugins: [react()],
  resolve: { dedupe: ['yjs', 'react', 'react-dom'] },
  // The editor is one lazy chunk of about 500 kB (160 kB on the wire).
  build: { sourcemap: false, chunkSizeWarningLimit: 600 },
  server: server
    ? { proxy: { '^/(api|live|facilitation|docs)(/|\\?|$)': toServer, '^/(healthz|readyz)(\\?|$)': toServer } }
    : {},
});
