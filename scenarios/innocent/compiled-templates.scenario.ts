import { scenario } from 'steadyheap';

type Template = (data: { name: string }) => string;

// Innocent: there are 60 templates, each compiled when it is first rendered.
export default scenario('templates compiled on first use', {
  warmup: 50,
  setup: () => ({ compiled: new Map<number, Template>() }),
  iterate({ compiled }, i) {
    const id = Math.floor(i / 4) % 60;
    let template = compiled.get(id);
    if (template === undefined) {
      template = new Function('data', `return 'template ${id} for ' + data.name + '!';`) as Template;
      compiled.set(id, template);
    }
    return template({ name: `visitor ${i}` });
  },
});
