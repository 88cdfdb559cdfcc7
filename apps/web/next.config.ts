import type { NextConfig } from 'next'

/**
 * The web app renders and nothing else: no data access, no actions, no secrets. Every page is dynamic because the
 * front door gives each request its own Content-Security-Policy nonce.
 */
const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  // The front door compresses and sets the headers.
  compress: false,
  devIndicators: false,
  images: { unoptimized: true },
  transpilePackages: [
    '@incipit/access',
    '@incipit/collaboration',
    '@incipit/document',
    '@incipit/library',
    '@incipit/version-control',
  ],
  // A fresh start builds first, so the build does nothing twice: types are checked by `pnpm check`, and a cache for the
  // next build and source maps nobody is served cost half of its time.
  typescript: { ignoreBuildErrors: true },
  experimental: {
    turbopackFileSystemCacheForBuild: false,
    turbopackSourceMaps: process.env.NODE_ENV !== 'production',
    optimizePackageImports: ['@mantine/core', '@mantine/hooks', '@tabler/icons-react'],
  },
}

export default config
