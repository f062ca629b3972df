import { scenario } from 'steadyheap';

function isPrime(n: number): boolean {
  for (let k = 2; k * k <= n; k++) if (n % k === 0) return false;
  return n > 1;
}

// Innocent: V8 gathers what it has seen of hot code, and would compile it if it were let.
export default scenario('code that gets hot', {
  iterate(_, i) {
    const primes: number[] = [];
    for (let n = i; n < i + 200; n++) if (isPrime(n)) primes.push(n);
    return primes.map((prime) => ({ prime, square: prime * prime })).length;
  },
});
