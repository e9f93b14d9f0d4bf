import { configDefaults, defineConfig, mergeConfig } from 'vitest/config';
import usual, { WHOLE } from './vitest.config.ts';

const config = mergeConfig(usual, defineConfig({}));
config.test = { ...config.test, include: WHOLE, exclude: configDefaults.exclude };

export default config;
