import { equal } from 'node:assert/strict';
import { scenario } from 'steadyheap';

// vuejs/core#2225
export default scenario('vue: an app rendered per request', {
  package: 'vue',
  versions: ['3.0.0', '3.0.1'],
  iterations: 100,
  env: { NODE_ENV: 'production' },
  async setup({ load }) {
    const { createSSRApp, h } = await load();
    const { renderToString } = await load('@vue/server-renderer');
    const Greeting = {
      props: { name: String, excited: Boolean },
      render: ({ name, excited }: { name: string; excited: boolean }) => h('p', `Hello ${name}${excited ? '!' : '.'}`),
    };
    const Page = { render: () => h('main', [h(Greeting, { name: 'Ada', excited: true })]) };
    return { render: (): Promise<string> => renderToString(createSSRApp(Page)) };
  },
  async iterate({ render }) {
    equal(await render(), '<main><p>Hello Ada!</p></main>');
  },
  known: [
    {
      versions: '3.0.0',
      class: 'Array',
      perIteration: 2,
      retainer: 'Object.__props',
      reason: 'the component caches its normalised props per app and keeps them when the app is gone',
      issue: 'https://github.com/vuejs/core/issues/2225',
    },
  ],
});
