# The web application in a container. Build: docker build -t zorgcluster .
# Run: see docs/running.md. The data folder is a volume; beside it only packed Parquet is unpacked, in /tmp.

FROM node:20-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts
COPY tsconfig.json tsconfig.build.json ./
COPY src src
COPY server server
COPY views views
COPY data data
# The compiler is an optional wish of a package that runs, so that pruning leaves it.
RUN npm run build && npm prune --omit=dev --ignore-scripts && \
    rm -rf node_modules/typescript node_modules/@typescript node_modules/.bin/tsc && \
    find node_modules -type d -empty -delete

FROM node:20-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production \
    ZORGCLUSTER_HOME=/data \
    ZORGCLUSTER_BIND=0.0.0.0 \
    ZORGCLUSTER_LOG=json \
    PORT=3000
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY package.json LICENSE ./
COPY views views
COPY data data
COPY docs docs
RUN mkdir /data && chown node:node /data && chmod 700 /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/ready`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# SIGTERM: what is being stored is finished, then the store is closed.
STOPSIGNAL SIGTERM
ENTRYPOINT ["node", "dist/server/main.js"]
