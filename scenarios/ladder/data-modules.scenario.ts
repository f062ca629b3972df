import { scenario } from 'steadyheap';

export default scenario('modules imported from data: addresses', {
  async iterate(_, i) {
    await import(`data:text/javascript,export default ${i}`);
  },
  known: [
    { class: 'Object', perIteration: 3, reason: 'planted: what the loader keeps of the module' },
    {
      class: 'ModuleWrap',
      perIteration: 1,
      retainer: 'ModuleLoader.loadCache',
      reason: 'planted: the module map keeps every address',
    },
  ],
});
