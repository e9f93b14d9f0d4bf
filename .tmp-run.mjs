import { build } from 'esbuild';
await build({ entryPoints: [process.argv[2]], outfile: '/work/wt/studio/.tmp-time.mjs', bundle: true, platform: 'node', format: 'esm', packages: 'external', logLevel: 'error' });
await import('/work/wt/studio/.tmp-time.mjs');
