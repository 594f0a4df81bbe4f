// How answers of the API are kept and asked for again.
import { QueryClient } from '@tanstack/react-query';
import { mayPass } from './api-error.ts';

export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        retry: (failures, error) => mayPass(error) && failures < 3,
        // The browser's own idea of being online is often wrong; what counts is whether Hearth answers.
        networkMode: 'always',
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
