FROM node:24-slim
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev
COPY . .
RUN mkdir -p /app/data && chown -R node:node /app/data
USER node
ENV NODE_ENV=production DATA_DIR=/app/data HOST=0.0.0.0
EXPOSE 3000
CMD ["node", "--max-semi-space-size=16", "--heap-growing-percent=40", "src/main.ts"]
