# Hearth as an image: the server and the built web application, nothing else. Settings: docs/configuration.md.
FROM node:24-slim AS build
WORKDIR /hearth
# pnpm's settings name the exact Node of development; any Node 24 will do here.
RUN npm install --global pnpm@12.21.0
COPY package.json pnpm-lock.yaml pnpm-workspace.yaml ./
COPY apps/server/package.json apps/server/
COPY apps/web/package.json apps/web/
COPY e2e/package.json e2e/
COPY packages/board/package.json packages/board/
COPY packages/learning/package.json packages/learning/
COPY packages/protocol/package.json packages/protocol/
COPY packages/review/package.json packages/review/
COPY packages/store/package.json packages/store/
COPY packages/sync/package.json packages/sync/

FROM build AS web
RUN pnpm install --frozen-lockfile --filter '@hearth/web...'
COPY tsconfig.base.json ./
COPY packages packages
COPY apps/web apps/web
RUN pnpm --filter @hearth/web run build

FROM build AS server
RUN pnpm install --frozen-lockfile --prod --filter '@hearth/server...'
COPY packages packages
COPY apps/server apps/server
RUN rm -rf apps/web e2e pnpm-lock.yaml

FROM node:24-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4310 HEARTH_DATA=/data
WORKDIR /hearth
COPY --from=server /hearth ./
COPY --from=web /hearth/apps/web/dist apps/web/dist
# Where SQLite lies when there is no DATABASE_URL.
RUN mkdir /data && chown node:node /data
VOLUME /data
USER node
EXPOSE 4310
HEALTHCHECK --interval=5s --timeout=3s --start-period=20s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/readyz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "apps/server/src/main.ts"]
