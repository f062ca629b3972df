import { scenario } from 'steadyheap';

export default scenario('modules imported from data: addresses', {
  async iterate(_, i) {
    await import(`data:text/javascript,export default ${i}`);
  },
  known: [{ class: 'ModuleWrap', perIteration: 1, reason: 'planted: the module map keeps every address' }],
});
