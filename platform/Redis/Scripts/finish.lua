-- Ends a rebuild: the epoch comes last and opens the store. KEYS: rebuild token, fence, epoch. ARGV: token, fence, epoch.
local token = redis.call('GET', KEYS[1])
if not token and redis.call('GET', KEYS[3]) == ARGV[3] then
  return 0 -- a repeated call
elseif token ~= ARGV[1] then
  return redis.error_reply('STORE_NOT_READY another rebuild has taken over')
end
if ARGV[2] ~= '0' then
  redis.call('SET', KEYS[2], ARGV[2])
end
redis.call('SET', KEYS[3], ARGV[3])
redis.call('DEL', KEYS[1])
return 1
