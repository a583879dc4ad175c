# Pantau with the Chromium of Debian. The same steps as by hand: Node 24, npm ci, npm start.
FROM node:24-slim

RUN apt-get update \
  && apt-get install -y --no-install-recommends chromium \
  && rm -rf /var/lib/apt/lists/*

WORKDIR /app
COPY package.json package-lock.json ./
# The optional packages are Node itself, which is here already.
RUN npm ci --omit=dev --omit=optional --ignore-scripts && npm cache clean --force
COPY . .

RUN mkdir /data && chown node:node /data
USER node
ENV PANTAU_DATA=/data \
    PANTAU_HOST=0.0.0.0
VOLUME /data
EXPOSE 8030
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s --retries=4 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PANTAU_PORT ?? 8030}/healthz`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]

ENTRYPOINT ["node", "--max-semi-space-size=8", "--heap-growing-percent=40", "cli/main.js"]
CMD ["serve"]
