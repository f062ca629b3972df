import { scenario } from 'steadyheap';

// Innocent: addresses, headers and forms that are parsed and dropped.
export default scenario('addresses and headers parsed', {
  iterate(_, i) {
    const url = new URL(`/orders/${i}?page=${i % 7}&q=caf%C3%A9`, 'https://example.org');
    url.searchParams.append('sort', 'date');
    const headers = new Headers({ 'x-request-id': `${i}`, accept: 'text/html' });
    return `${url.href}${headers.get('x-request-id')}`;
  },
});
