// Makes this folder's data from the npm package vega-datasets, and the three million flights for `--data`. Run in a folder of its own:
//   npm i vega-datasets@3.2.1 hyparquet@1.33.0 hyparquet-compressors@1.1.2
//   node .../producer/Data/flights.mjs all flights-3m.csv.gz      every flight, for: world --world flights --data flights-3m.csv.gz
//   node .../producer/Data/flights.mjs sample FOLDER              flights.csv.gz, airports.csv, zips.csv as they lie here
import fs from 'node:fs'
import path from 'node:path'
import zlib from 'node:zlib'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'

const SAMPLE_UNTIL = Date.UTC(2001, 0, 4) // the first three days: one row after another, so the rate is the real one
const ZIP_RADIUS_METRES = 20_000
const EARTH_RADIUS_METRES = 6_371_008.8

const installed = createRequire(path.join(process.cwd(), 'package.json')) // packages of the folder it runs in, not of the script's
const load = name => import(pathToFileURL(installed.resolve(name)))
const data = path.join(process.cwd(), 'node_modules/vega-datasets/data')
const rows = file => fs.readFileSync(path.join(data, file), 'utf8').trim().split(/\r?\n/)
const cells = line => line.match(/("([^"]|"")*"|[^,]*)(,|$)/g).map(cell => cell.replace(/,$/, ''))

async function readFlights() {
  const { asyncBufferFromFile, parquetReadObjects } = await load('hyparquet')
  const { compressors } = await load('hyparquet-compressors')
  return parquetReadObjects({ file: await asyncBufferFromFile(path.join(data, 'flights-3m.parquet')), compressors })
}

function writeFlights(flights, file) {
  const lines = flights.map(f => `${f.date.toISOString().slice(0, 16)},${f.delay},${f.distance},${f.origin},${f.destination}\n`)
  fs.writeFileSync(file, zlib.gzipSync('date,delay,distance,origin,destination\n' + lines.join(''), { level: 9 }))
}

function distanceMetres(a, b) {
  const radians = Math.PI / 180
  const half = degrees => Math.sin(degrees * radians / 2) ** 2
  const h = half(b.latitude - a.latitude) + Math.cos(a.latitude * radians) * Math.cos(b.latitude * radians) * half(b.longitude - a.longitude)
  return 2 * EARTH_RADIUS_METRES * Math.asin(Math.sqrt(Math.min(1, h)))
}

const [what, target] = process.argv.slice(2)
if (!['all', 'sample'].includes(what) || !target) {
  console.error('usage: node flights.mjs all FILE.csv.gz | sample FOLDER')
  process.exit(2)
}

const flights = await readFlights()
if (what === 'all') {
  writeFlights(flights, target)
} else {
  const served = new Set(flights.flatMap(f => [f.origin, f.destination]))
  const [airportHeader, ...airportLines] = rows('airports.csv')
  const airports = airportLines.filter(line => served.has(cells(line)[0])).sort()
  const zips = rows('zipcodes.csv').slice(1).map(cells)
    .map(([zip, latitude, longitude]) => ({ zip, latitude: Number(latitude), longitude: Number(longitude) }))
  const near = airports.map(cells).flatMap(([iata, , , , , latitude, longitude]) => {
    const airport = { latitude: Number(latitude), longitude: Number(longitude) }
    const points = new Map(zips.filter(z => distanceMetres(airport, z) <= ZIP_RADIUS_METRES).map(z => [`${z.latitude},${z.longitude}`, z])) // many codes share a post office
    return [...points.values()].map(z => `${iata},${z.zip},${z.latitude},${z.longitude}`)
  })
  writeFlights(flights.filter(f => f.date < SAMPLE_UNTIL), path.join(target, 'flights.csv.gz'))
  fs.writeFileSync(path.join(target, 'airports.csv'), [airportHeader, ...airports, ''].join('\n'))
  fs.writeFileSync(path.join(target, 'zips.csv'), ['iata,zip_code,latitude,longitude', ...near, ''].join('\n'))
}
