import { scenario } from 'steadyheap';

// Innocent: a page is put together piece by piece and replaced by the next one.
export default scenario('a page put together from pieces', {
  setup: () => ({ page: '' }),
  iterate(context, i) {
    let page = `<h1>Order ${i}</h1>`;
    for (let k = 0; k < 200; k++) page += `<li>position ${k} of order ${i}</li>`;
    context.page = i % 2 === 0 ? page : page.toUpperCase();
  },
});
