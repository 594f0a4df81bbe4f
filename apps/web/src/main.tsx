// Entry of the browser application.
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router/dom';
import './design/tokens.css';
import './design/base.css';
import { createQueryClient } from './api/query-client.ts';
import { AnnounceProvider } from './design/announce.tsx';
import { ToastProvider } from './design/toast.tsx';
import { createRouter } from './routes.tsx';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={createQueryClient()}>
      <AnnounceProvider>
        <ToastProvider>
          <RouterProvider router={createRouter()} />
        </ToastProvider>
      </AnnounceProvider>
    </QueryClientProvider>
  </StrictMode>,
);
