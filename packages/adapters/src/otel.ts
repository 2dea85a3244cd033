export { openTelemetryTrace } from './otel/open-telemetry-trace.js'
