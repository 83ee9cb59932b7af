import { crossingFaults } from "./crossing";
import { DocumentProof } from "./documents";
import type { Ledger, Settled } from "./ledger";
import { Look } from "./look";
import { registerFaults } from "./register";
import { storeFaults } from "./store";
import { orderFaults } from "./whole-orders";

/** Looks at everything a killed server left behind, once it is up again. */
export class Verifier {
  private readonly documents = new DocumentProof();

  constructor(
    private readonly dataDir: string,
    private readonly ledger: Ledger,
  ) {}

  /** `settled`: nothing is under way any more, so what crosses between the systems must have arrived. */
  async verify({ settled }: { readonly settled: boolean }): Promise<Settled> {
    const look = new Look(this.dataDir, { frozen: true });
    try {
      const heard = this.ledger.settle(look);
      const violations = [
        ...heard.violations,
        ...(await storeFaults(look)),
        ...orderFaults(look),
        ...registerFaults(look),
        ...(await this.documents.faults(look, { all: settled })),
        ...crossingFaults(look, { settled }),
      ];
      return { ...heard, violations };
    } finally {
      look.close();
    }
  }
}
