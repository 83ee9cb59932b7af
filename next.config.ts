import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const config: NextConfig = {
  distDir: process.env.NEXT_DIST_DIR ?? ".next",
  poweredByHeader: false,
  reactStrictMode: true,
  typedRoutes: false,
  // forbidden() answers 403 with app/forbidden.tsx.
  experimental: { authInterrupts: true },
  serverExternalPackages: ["better-sqlite3", "@node-rs/argon2", "sharp", "pino", "nodemailer"],
  // Files of the build and of `public` pass no proxy.
  headers: async () => [
    { source: "/:path*", headers: [{ key: "X-Content-Type-Options", value: "nosniff" }] },
  ],
  // Types and lint are checked by `npm test` on their own, in parallel; the build need not repeat them.
  typescript: { ignoreBuildErrors: true },
};

export default createNextIntlPlugin("./lib/messages/request.ts")(config);
