/** Counters and histograms of one running product, in Prometheus' text form at /metrics. */
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'

export interface Metrics {
  readonly registry: Registry
  readonly requests: Histogram<'method' | 'route' | 'status'>
  readonly jobs: Histogram<'job' | 'outcome'>
  readonly refusals: Counter<'code'>
  readonly statements: Gauge
}

export function createMetrics(product: string, statements: () => number): Metrics {
  const registry = new Registry()
  registry.setDefaultLabels({ product })
  collectDefaultMetrics({ register: registry })
  const registers = [registry]
  return {
    registry,
    requests: new Histogram({
      name: 'http_request_duration_seconds',
      help: 'Time to answer, by route and status',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5],
      registers,
    }),
    jobs: new Histogram({
      name: 'job_duration_seconds',
      help: 'Time of one try of a job, by outcome',
      labelNames: ['job', 'outcome'],
      buckets: [0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 30],
      registers,
    }),
    refusals: new Counter({
      name: 'refusals_total',
      help: 'Expected refusals, by code',
      labelNames: ['code'],
      registers,
    }),
    statements: new Gauge({
      name: 'database_statements_total',
      help: 'Statements sent to the database since the start',
      registers,
      collect() {
        this.set(statements())
      },
    }),
  }
}
