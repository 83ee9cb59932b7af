/** Numbers that look like chance and are the same again for the same seed (mulberry32). */
export class Chance {
  private state: number;

  constructor(seed: number | string) {
    this.state = typeof seed === "number" ? seed >>> 0 : hash(seed);
  }

  /** Somebody else's chance, the same again for the same name. */
  fork(name: string): Chance {
    return new Chance(`${this.next()} ${name}`);
  }

  /** From 0 (inclusive) to 1 (exclusive). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let t = this.state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  }

  below(n: number): number {
    return Math.floor(this.next() * n);
  }

  /** One of them; undefined when there is none. */
  of<T>(items: readonly T[]): T | undefined {
    return items[this.below(items.length)];
  }

  /** One of them, the heavier ones more often. */
  weighed<T>(items: readonly (readonly [weight: number, item: T])[]): T | undefined {
    let left = this.next() * items.reduce((sum, [weight]) => sum + weight, 0);
    return items.find(([weight]) => {
      left -= weight;
      return left < 0;
    })?.[1];
  }
}

function hash(text: string): number {
  let h = 2_166_136_261;
  for (const unit of text) h = Math.imul(h ^ (unit.codePointAt(0) ?? 0), 16_777_619);
  return h >>> 0;
}
