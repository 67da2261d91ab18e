-- Writes fields of a hash while the store is rebuilt. KEYS: rebuild token, hash. ARGV: token, field, value...
if redis.call('GET', KEYS[1]) ~= ARGV[1] then
  return redis.error_reply('STORE_NOT_READY another rebuild has taken over')
end
redis.call('HSET', KEYS[2], unpack(ARGV, 2))
return #ARGV - 1
