declare module '*.md' {
  import type { Component } from 'svelte';

  const component: Component;
  export default component;
  /** The front matter as YAML gives it, unchecked. */
  export const metadata: Record<string, unknown>;
}
