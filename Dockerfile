# docker build -t service-script . && docker run --rm -v "$PWD:/scripts:ro" service-script lint
FROM node:20-alpine AS build
WORKDIR /source
COPY . .
RUN npm ci --ignore-scripts --no-audit --no-fund && npm pack --pack-destination /

FROM node:20-alpine
# --changed asks git, and the folder that is mounted belongs to somebody else.
RUN apk add --no-cache git && git config --system --add safe.directory '*'
COPY --from=build /service-script-*.tgz /tmp/
RUN npm install --global --no-audit --no-fund /tmp/service-script-*.tgz && rm /tmp/service-script-*.tgz
USER node
WORKDIR /scripts
ENTRYPOINT ["service-script"]
